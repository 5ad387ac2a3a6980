/** As the contract of services.listServices says: nobody searches for more. */
export const SEARCH_LENGTH_MAX = 100;
