/** How many articles one page of the catalogue lists; the home page lists the first page of it. */
export const cataloguePage = 50;
