import { z } from 'zod';
import { read } from '#platform/contract/operation.ts';
import { Id, Instant, line } from '#platform/contract/shapes.ts';

export const TrailLine = z.object({
  id: Id,
  at: Instant,
  actorKind: z.string(),
  actorName: z.string(),
  operation: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type TrailLine = z.infer<typeof TrailLine>;

export const auditContract = {
  listTrail: read({
    access: { roles: ['agency-head', 'manager', 'administrator'] },
    summary:
      'The trail, newest first, a page at a time, of everything or of one thing; an agency head sees the own agency',
  })
    .input(
      z.object({
        before: Id.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        subject: z.object({ kind: line(1, 40), id: line(1, 80) }).optional(),
      }),
    )
    .output(z.object({ lines: z.array(TrailLine), next: Id.nullable() })),
};
