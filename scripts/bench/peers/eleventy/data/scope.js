/** `all`, or `articles`: the articles' own pages and the lists of articles, without the pages of notes. */
export default process.env.PEER_PAGES ?? 'all';
