import { agenciesContract } from '#areas/agencies/contract.ts';
import { agreementsContract } from '#areas/agreements/contract.ts';
import { auditContract } from '#areas/audit/contract.ts';
import { boardsContract } from '#areas/boards/contract.ts';
import { calendarContract } from '#areas/calendar/contract.ts';
import { capacityContract } from '#areas/capacity/contract.ts';
import { coordinationContract } from '#areas/coordination/contract.ts';
import { establishmentContract } from '#areas/establishment/contract.ts';
import { floorPlansContract } from '#areas/floor-plans/contract.ts';
import { mallsContract } from '#areas/malls/contract.ts';
import { printingContract } from '#areas/printing/contract.ts';
import { paperContract } from '#areas/paper/contract.ts';
import { queueContract } from '#areas/queue/contract.ts';
import { rotationContract } from '#areas/rotation/contract.ts';
import { rehearsalContract } from '#areas/rehearsal/contract.ts';
import { remoteHelpContract } from '#areas/remote-help/contract.ts';
import { reportsContract } from '#areas/reports/contract.ts';
import { setUpContract } from '#areas/set-up/contract.ts';
import { servicesContract } from '#areas/services/contract.ts';
import { staffContract } from '#areas/staff/contract.ts';
import { signingsContract } from '#areas/signings/contract.ts';
import { skillsContract } from '#areas/skills/contract.ts';
import { studiesContract } from '#areas/studies/contract.ts';
import { surveyContract } from '#areas/survey/contract.ts';
import { uploadsContract } from '#areas/uploads/contract.ts';

/** Every operation of Balairung: the one contract that screens, partners, permission table and OpenAPI read. */
export const contract = {
  malls: mallsContract,
  agencies: agenciesContract,
  floorPlans: floorPlansContract,
  services: servicesContract,
  calendar: calendarContract,
  remoteHelp: remoteHelpContract,
  staff: staffContract,
  rotation: rotationContract,
  skills: skillsContract,
  uploads: uploadsContract,
  agreements: agreementsContract,
  signings: signingsContract,
  coordination: coordinationContract,
  establishment: establishmentContract,
  studies: studiesContract,
  capacity: capacityContract,
  queue: queueContract,
  paper: paperContract,
  boards: boardsContract,
  printing: printingContract,
  survey: surveyContract,
  rehearsal: rehearsalContract,
  reports: reportsContract,
  audit: auditContract,
  setUp: setUpContract,
};
