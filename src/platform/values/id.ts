const UUID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID of any version as the database writes it: lower case, with hyphens. */
export function isUuid(text: string): boolean {
  return UUID_SHAPE.test(text);
}
