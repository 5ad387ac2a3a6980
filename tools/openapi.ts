// `npm run openapi`: writes docs/openapi.json and docs/permissions.md from the contract. `--verify` only compares, and ends with 1 when the
// contract was changed without it.
import { join } from 'node:path';
import { Agency } from '#areas/agencies/contract.ts';
import { Board } from '#areas/boards/contract.ts';
import { BoothState } from '#areas/capacity/contract.ts';
import { Mall, Zone } from '#areas/malls/contract.ts';
import { Ticket, Wait } from '#areas/queue/contract.ts';
import { DayReport } from '#areas/reports/contract.ts';
import { Service } from '#areas/services/contract.ts';
import { describeApi } from '#platform/contract/openapi.ts';
import { contract } from '#server/contract.ts';
import { writeOrVerify } from './generated-file.ts';
import { writePermissionTable } from './permissions.ts';

const shapes = { Agency, Board, BoothState, DayReport, Mall, Service, Ticket, Wait, Zone };

const document = await describeApi({ contract, shapes, version: 'v1' });
await writeOrVerify({
  file: join('docs', 'openapi.json'),
  text: JSON.stringify(document),
  command: 'npm run openapi',
});
await writeOrVerify({
  file: join('docs', 'permissions.md'),
  text: writePermissionTable(),
  command: 'npm run openapi',
});
