import type { managerAgreements as indonesian } from '../id/manager-agreements.ts';

/** Agreements on the trail: deeds, facts, values. */
export const managerAgreements: typeof indonesian = {
  agreementsNav: 'Agreements',
  'did-agreements.draftAgreement': 'began an agreement',
  'did-agreements.goOnFrom': 'went on from an agreement',
  'did-agreements.saveHead': 'changed an agreement',
  'did-agreements.saveParty': 'changed a party',
  'did-agreements.removeParty': 'took a party out',
  'did-agreements.savePromise': 'changed what is promised',
  'did-agreements.removePromise': 'took a promise out',
  'did-agreements.moveAgreement': 'moved an agreement on',
  'did-agreements.signAgreement': 'put the signatures down',
  'did-agreements.numberParty': 'numbered an agreement',
  'did-agreements.endAgreement': 'ended an agreement',
  'did-agreements.removeAgreement': 'removed a draft agreement',
  'did-agreements.addPaper': 'kept a paper of an agreement',
  'did-agreements.removePaper': 'removed a paper of an agreement',
  'about-agreement': 'agreement',
  'fact-party': 'party',
  'fact-place': 'place',
  'fact-paper': 'paper',
  'value-send': 'sent to the parties',
  'value-agree': 'agreed by all parties',
  'value-reopen': 'opened again',
  'value-renew': 'renewal',
  'value-amend': 'addendum',
};
