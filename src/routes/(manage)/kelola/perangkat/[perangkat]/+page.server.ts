import { error, fail, redirect } from '@sveltejs/kit';
import { isLocalAddress } from '#areas/printing/rules/local-address.ts';
import { PRINTER_PORTS } from '#areas/printing/rules/print-limits.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { textOf } from '../../../../server/text-of.ts';
import { boardActions } from './board-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const WIDTHS = ['58', '80'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const devices = await locals.door.api.staff.listDevices();
  const device = devices.find(({ id, revokedAt }) => id === params.perangkat && revokedAt === null);
  if (device === undefined) error(404, 'DEVICE_UNKNOWN');
  const { api } = locals.door;
  const board = device.kind === 'board' ? await api.boards.getBoardSetup({ deviceId: device.id }) : undefined;
  const printers = device.kind === 'kiosk' ? await api.printing.listPrinters() : [];
  return {
    device,
    board,
    printer: printers.find(({ deviceId }) => deviceId === device.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  ...boardActions,

  async printer({ locals, params, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    const values = {
      host: textOf(form, 'alamat').trim().slice(0, 45),
      port: textOf(form, 'port').trim().slice(0, 5),
      paper: textOf(form, 'kertas').slice(0, 2),
    };
    const port = Number(values.port);
    const paperMm = WIDTHS.find((width) => width === values.paper);
    const portFits = Number.isInteger(port) && port >= PRINTER_PORTS.min && port <= PRINTER_PORTS.max;
    const problems = {
      host: isLocalAddress(values.host) ? undefined : ('hostProblem' as const),
      port: portFits ? undefined : ('portProblem' as const),
      paper: paperMm === undefined ? ('paperProblem' as const) : undefined,
    };
    if (paperMm === undefined || (problems.host ?? problems.port)) return fail(400, { values, problems });
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .printing.setPrinter({ deviceId: params.perangkat, host: values.host, port, paperMm });
    } catch (cause) {
      return fail(409, { values, refusal: refusalFrom(cause) });
    }
    redirect(303, `/kelola/perangkat/${params.perangkat}?kabar=printer`);
  },

  async uji({ locals, params, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    try {
      const door = locals.door.withKey(textOf(form, 'kunci'));
      await door.printing.tryPrinter({ deviceId: params.perangkat });
    } catch (cause) {
      return fail(409, { refusal: refusalFrom(cause) });
    }
    redirect(303, `/kelola/perangkat/${params.perangkat}?kabar=uji`);
  },

  async lepas({ locals, params, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    try {
      const door = locals.door.withKey(textOf(form, 'kunci'));
      await door.printing.removePrinter({ deviceId: params.perangkat });
    } catch (cause) {
      return fail(409, { refusal: refusalFrom(cause) });
    }
    redirect(303, `/kelola/perangkat/${params.perangkat}?kabar=lepas`);
  },
};
