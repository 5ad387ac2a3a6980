import { implement } from '@orpc/server';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { UploadState } from '#platform/files/uploads.ts';
import { isRefusal, type Refusal } from '#platform/values/refusal.ts';
import { uploadsContract } from './contract.ts';
import { uploadsOf } from './public.ts';

const os = implement(uploadsContract).$context<CallContext>().use(operationDoor);

export const uploadsProcedures = os.router({
  beginUpload: os.beginUpload.handler(async ({ context, input }) => {
    const owner = staffActor(context.tx).id;
    return standOf(await uploadsOf(context).begin({ ...input, owner }));
  }),
  getUpload: os.getUpload.handler(async ({ context, input: { uploadId } }) => {
    const owner = staffActor(context.tx).id;
    return standOf(await uploadsOf(context).find({ id: uploadId, owner }));
  }),
});

function standOf(state: UploadState | Refusal) {
  if (isRefusal(state)) return refused(state);
  return { uploadId: state.id, sizeBytes: state.sizeBytes, offset: state.offset };
}
