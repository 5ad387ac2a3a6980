import { ASKERS, listPermissions } from '#platform/contract/permissions.ts';
import { contract } from '#server/contract.ts';

const HEAD = `# Who may use which operation

Written from the contract by \`npm run openapi\`; a test calls every operation as everybody in this table. A mark opens
the door. What may be touched behind it (own agency, own mall, own counter) is each operation's own rule.
`;

/** The table of docs/permissions.md. */
export function writePermissionTable(): string {
  const header = `| operation | kind | ${ASKERS.join(' | ')} |`;
  const line = `| --- | --- | ${ASKERS.map(() => ':-:').join(' | ')} |`;
  const rows = listPermissions(contract).map(({ operation, kind, allowed }) => {
    const marks = ASKERS.map((asker) => (allowed.has(asker) ? '●' : ' '));
    return `| \`${operation}\` | ${kind} | ${marks.join(' | ')} |`;
  });
  return [HEAD, header, line, ...rows, ''].join('\n');
}
