import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { issueStreamToken } from '#platform/events/stream-access.ts';
import { refuse } from '#platform/values/refusal.ts';
import { reportsContract } from './contract.ts';
import { dayReportCsv } from './day-report-csv.ts';
import { getDayReport } from './day-report.ts';
import { getKeptPromise, listKeptPromises, stretchOf } from './kept-promises.ts';
import { getOverview } from './overview.ts';
import {
  answerReminder,
  getReminderPdf,
  listPromiseLetters,
  sendReminder,
} from './letters/promise-letters.ts';
import { getMeetingPack } from './meeting/meeting-pack.ts';
import { getRegionView } from './region/region-view.ts';

const os = implement(reportsContract).$context<CallContext>().use(operationDoor);

const FILE_PARTS = { all: '', machine: '-tanpa-kertas', paper: '-hanya-kertas' } as const;

export const reportsProcedures = os.router({
  getOverview: os.getOverview.handler(async ({ context: { tx, tokens } }) => {
    const mall = await getMallPlace(tx);
    const overview = await getOverview(tx, mall);
    const grant = { mallId: mall.id, subscriptions: [{ topic: `mall:${mall.id}` }] };
    return { ...overview, streamToken: issueStreamToken(tokens, grant) };
  }),
  getDayReport: os.getDayReport.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx);
    return getDayReport(tx, mall, input);
  }),
  listKeptPromises: os.listKeptPromises.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx);
    const stretch = stretchOf(tx, mall, input);
    return { ...stretch, agencies: await listKeptPromises(tx, mall, stretch) };
  }),
  getKeptPromise: os.getKeptPromise.handler(async ({ context: { tx }, input }) => {
    const staff = staffActor(tx);
    if (staff.agencyId !== null && staff.agencyId !== input.agencyId) refused(refuse('OTHER_AGENCY'));
    const mall = await getMallPlace(tx);
    const stretch = stretchOf(tx, mall, input);
    return { ...stretch, kept: await getKeptPromise(tx, mall, input.agencyId, stretch) };
  }),
  sendReminder: os.sendReminder.handler(({ context: { tx }, input }) =>
    sendReminder(tx, staffActor(tx), input),
  ),
  listPromiseLetters: os.listPromiseLetters.handler(({ context: { tx } }) =>
    listPromiseLetters(tx, staffActor(tx)),
  ),
  answerReminder: os.answerReminder.handler(({ context: { tx }, input }) =>
    answerReminder(tx, staffActor(tx), input),
  ),
  getRegionView: os.getRegionView.handler(({ context: { tx } }) => getRegionView(tx, staffActor(tx))),
  getMeetingPack: os.getMeetingPack.handler(({ context: { tx }, input }) =>
    getMeetingPack(tx, staffActor(tx), input.month),
  ),
  getReminderPdf: os.getReminderPdf.handler(({ context: { tx }, input }) =>
    getReminderPdf(tx, staffActor(tx), input.letterId),
  ),
  getDayReportCsv: os.getDayReportCsv.handler(async ({ context: { tx, language }, input }) => {
    const mall = await getMallPlace(tx);
    const report = await getDayReport(tx, mall, input);
    const parts = [input.simulated ? '' : '-tanpa-simulasi', FILE_PARTS[input.source]].join('');
    return { fileName: `laporan-${mall.slug}-${input.day}${parts}.csv`, csv: dayReportCsv(report, language) };
  }),
});
