import { agenciesProcedures } from '#areas/agencies/procedures.ts';
import { agreementsProcedures } from '#areas/agreements/procedures.ts';
import { auditProcedures } from '#areas/audit/procedures.ts';
import { boardsProcedures } from '#areas/boards/procedures.ts';
import { calendarProcedures } from '#areas/calendar/procedures.ts';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { coordinationProcedures } from '#areas/coordination/procedures.ts';
import { establishmentProcedures } from '#areas/establishment/procedures.ts';
import { floorPlansProcedures } from '#areas/floor-plans/procedures.ts';
import { mallsProcedures } from '#areas/malls/procedures.ts';
import { printingProcedures } from '#areas/printing/procedures.ts';
import { paperProcedures } from '#areas/paper/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { rehearsalProcedures } from '#areas/rehearsal/procedures.ts';
import { remoteHelpProcedures } from '#areas/remote-help/procedures.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import { rotationProcedures } from '#areas/rotation/procedures.ts';
import { servicesProcedures } from '#areas/services/procedures.ts';
import { setUpProcedures } from '#areas/set-up/procedures.ts';
import { staffProcedures } from '#areas/staff/procedures.ts';
import { signingsProcedures } from '#areas/signings/procedures.ts';
import { skillsProcedures } from '#areas/skills/procedures.ts';
import { studiesProcedures } from '#areas/studies/procedures.ts';
import { surveyProcedures } from '#areas/survey/procedures.ts';
import { uploadsProcedures } from '#areas/uploads/procedures.ts';

/** One implementation per operation of the contract. */
export const router = {
  malls: mallsProcedures,
  agencies: agenciesProcedures,
  floorPlans: floorPlansProcedures,
  services: servicesProcedures,
  calendar: calendarProcedures,
  remoteHelp: remoteHelpProcedures,
  staff: staffProcedures,
  rotation: rotationProcedures,
  skills: skillsProcedures,
  uploads: uploadsProcedures,
  agreements: agreementsProcedures,
  signings: signingsProcedures,
  coordination: coordinationProcedures,
  establishment: establishmentProcedures,
  studies: studiesProcedures,
  capacity: capacityProcedures,
  queue: queueProcedures,
  paper: paperProcedures,
  boards: boardsProcedures,
  printing: printingProcedures,
  survey: surveyProcedures,
  rehearsal: rehearsalProcedures,
  reports: reportsProcedures,
  audit: auditProcedures,
  setUp: setUpProcedures,
};
