import type { PageDoor } from '#server/page-door.ts';

declare global {
  namespace App {
    interface Locals {
      /** What the page's server code may do; absent only while shells are made at build time. */
      door: PageDoor;
    }
    interface Error {
      message: string;
      incident?: string;
    }
  }
}
