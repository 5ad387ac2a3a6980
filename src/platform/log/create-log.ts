import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/** Under any of these names lies what opens a door or names a person, at the top of a line or one step below. */
const SECRETS = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'headers'];

/** What the database adds to an error quotes rows: a ticket's secret address, a person's name. */
const ROW_QUOTES = ['detail', 'where', 'internalQuery', 'query', 'parameters', 'dataType'];

/**
 * The log of a process, one JSON line for each thing worth knowing. Nothing that names a person or opens a door
 * reaches it.
 * @param to where lines go; the standard output when absent
 */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    redact: SECRETS.flatMap((name) => [name, `*.${name}`]),
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

function describeError(error: Error): Record<string, unknown> {
  const { raw: _, ...told } = stdSerializers.err(error) as unknown as Record<string, unknown>;
  for (const quote of ROW_QUOTES) delete told[quote];
  return told;
}
