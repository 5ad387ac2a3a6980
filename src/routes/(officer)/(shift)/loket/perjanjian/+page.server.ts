import { fail, redirect } from '@sveltejs/kit';
import { readVerdict } from '../../../../promises/read-verdict.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { textOf } from '../../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** The head of an agency reads what it promised and kept, and answers the mall's letters. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const head = requireStaff(locals, url, ['agency-head']);
  const { malls, agreements, coordination, reports } = locals.door.api;
  const mall = await malls.getMall({});
  const lines = await agreements.listAgreements();
  const running = lines.filter(({ standing }) => ['in-force', 'ends-soon', 'lapsed'].includes(standing));
  const kept =
    running.length === 0 || head.agencyId === null
      ? undefined
      : (await reports.getKeptPromise({ agencyId: head.agencyId }).catch(() => undefined))?.kept;
  const full = kept && (await agreements.getAgreement({ agreementId: kept.agreementId }));
  const reviewed = [];
  for (const { id, standing } of lines)
    if (standing === 'review') reviewed.push(await agreements.getAgreement({ agreementId: id }));
  return {
    agreements: lines,
    reviewed,
    agencyId: head.agencyId,
    kept,
    promise: full?.promises.find(({ agency }) => agency.id === head.agencyId),
    decisions: await coordination.listOwnDecisions(),
    letters: await reports.listPromiseLetters(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
    officer: { name: head.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
  };
};

export const actions: Actions = {
  async suara({ locals, request, url }) {
    requireStaff(locals, url, ['agency-head']);
    const form = await request.formData();
    const said = readVerdict(form);
    const seen = { agreementId: textOf(form, 'perjanjian'), version: Number(textOf(form, 'versi')) };
    const none = { letterId: '', reply: '', wrong: false };
    if (said === undefined) return fail(400, { ...none, refusal: undefined });
    try {
      await locals.door.withKey(textOf(form, 'kunci')).agreements.tellVerdict({ ...seen, ...said });
    } catch (error) {
      return fail(409, { ...none, refusal: refusalFrom(error) });
    }
    redirect(303, '/loket/perjanjian?kabar=suara');
  },

  async jawab({ locals, request, url }) {
    requireStaff(locals, url, ['agency-head']);
    const form = await request.formData();
    const letterId = textOf(form, 'surat');
    const reply = textOf(form, 'jawaban').trim().slice(0, 2000);
    if (reply.length < 3) return fail(400, { letterId, reply, wrong: true, refusal: undefined });
    try {
      await locals.door.withKey(textOf(form, 'kunci')).reports.answerReminder({ letterId, reply });
    } catch (error) {
      return fail(409, { letterId, reply, wrong: false, refusal: refusalFrom(error) });
    }
    redirect(303, '/loket/perjanjian?kabar=jawab');
  },
};
