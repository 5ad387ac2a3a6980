import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { studiesContract } from './contract.ts';
import { addPaperAnswer, answerNeedsSurvey, getNeedsSurvey, setNeedsSurvey } from './needs-survey.ts';
import { readStudy } from './read-study.ts';
import { setStudyDocx, setStudyPdf } from './document/study-files.ts';
import { concludeStudy, removePart, reopenStudy, saveFigures, savePart } from './write-study.ts';

const os = implement(studiesContract).$context<CallContext>().use(operationDoor);

const ownMall = (tx: Tx) => {
  const { mallId: id, timeZone } = staffActor(tx);
  return { id, timeZone };
};

export const studiesProcedures = os.router({
  getStudy: os.getStudy.handler(({ context: { tx } }) => readStudy(tx, ownMall(tx))),
  saveFigures: os.saveFigures.handler(({ context: { tx }, input }) => saveFigures(tx, staffActor(tx), input)),
  savePart: os.savePart.handler(({ context, input }) => savePart(context, staffActor(context.tx), input)),
  removePart: os.removePart.handler(({ context: { tx }, input }) =>
    removePart(tx, staffActor(tx), input.partId),
  ),
  setNeedsSurvey: os.setNeedsSurvey.handler(({ context: { tx }, input }) =>
    setNeedsSurvey(tx, staffActor(tx), input.days),
  ),
  addPaperAnswer: os.addPaperAnswer.handler(({ context: { tx }, input }) =>
    addPaperAnswer(tx, staffActor(tx), input),
  ),
  getNeedsSurvey: os.getNeedsSurvey.handler(async ({ context: { tx }, input }) =>
    getNeedsSurvey(tx, await getMallPlace(tx, input.mall)),
  ),
  answerNeedsSurvey: os.answerNeedsSurvey.handler(async ({ context: { tx }, input: { mall, ...answer } }) =>
    answerNeedsSurvey(tx, await getMallPlace(tx, mall), answer),
  ),
  concludeStudy: os.concludeStudy.handler(({ context: { tx }, input }) =>
    concludeStudy(tx, staffActor(tx), input.version),
  ),
  reopenStudy: os.reopenStudy.handler(({ context: { tx }, input }) => reopenStudy(tx, staffActor(tx), input)),
  getStudyPdf: os.getStudyPdf.handler(({ context: { tx } }) => setStudyPdf(tx, ownMall(tx))),
  getStudyDocx: os.getStudyDocx.handler(({ context: { tx } }) => setStudyDocx(tx, ownMall(tx))),
});
