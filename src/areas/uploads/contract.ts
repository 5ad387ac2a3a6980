import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, line } from '#platform/contract/shapes.ts';

const UploadStand = z.object({ uploadId: Id, sizeBytes: z.int(), offset: z.int() });
const senders = { roles: ['manager', 'administrator'] as const };

export const uploadsContract = {
  beginUpload: command({
    access: senders,
    summary: 'Begin to hand in a file; its bytes go to /files/uploads/{uploadId}?offset=…',
  })
    .input(z.object({ name: line(1, 200), sizeBytes: z.int().min(0) }))
    .errors(refusals('FILE_TOO_LARGE', 'FILE_EMPTY'))
    .output(UploadStand),
  getUpload: read({
    access: senders,
    summary: 'Where an upload stands: after a broken line it goes on from there',
  })
    .input(z.object({ uploadId: Id }))
    .errors(refusals('UPLOAD_UNKNOWN'))
    .output(UploadStand),
};
