export interface StopPlace {
  readonly mallId: string;
  readonly agencyId: string;
  readonly zoneId: string;
  readonly stopId: string;
}

/** Who must look again when something happens to a stop: its board, its officers, its holder, the whole mall. */
export function stopTopics({ mallId, agencyId, zoneId, stopId }: StopPlace): string[] {
  return [`zone:${zoneId}`, `agency:${agencyId}`, `ticket:${stopId}`, `mall:${mallId}`];
}

/** `ticket:…` → `…` */
export function topicSubject(topic: string): string {
  return topic.slice(topic.indexOf(':') + 1);
}
