/**
 * Closed classes of English words that rules ask about. They are written from the grammar and from the
 * common stock of news prose, not from any article.
 */

/** Words that may stand between a preposition and its noun, or begin a new phrase. */
export const functionWords = new Set(
	`a an the this that these those my your his her its our their some any no every each all both either neither
	and or but nor so yet if unless because although though while when where after before until since as than
	of in on at by for from to with without about against between among into onto over under through during
	within upon off out up down near across behind beyond per via despite toward towards around
	i you he she it we they me him us them who whom whose which what how why not only also just even still
	already again very too more most less least be is are was were been being am do does did done has have had
	having will would shall should can could may might must ought there here then now`
		.split(/\s+/)
		.filter(Boolean),
);

/** Those who act: people by what they are or do, in the plural. */
export const peoplePlural = [
	...[
		'users',
		'owners',
		'citizens',
		'deputies',
		'officials',
		'authorities',
		'journalists',
		'criminals',
	],
	...[
		'terrorists',
		'extremists',
		'militants',
		'hackers',
		'attackers',
		'activists',
		'lawyers',
		'experts',
	],
	...[
		'employees',
		'workers',
		'soldiers',
		'officers',
		'members',
		'residents',
		'subscribers',
		'customers',
	],
	...[
		'clients',
		'readers',
		'viewers',
		'voters',
		'students',
		'teachers',
		'doctors',
		'patients',
		'migrants',
	],
	...[
		'refugees',
		'parents',
		'children',
		'women',
		'men',
		'people',
		'leaders',
		'politicians',
		'ministers',
	],
	...[
		'developers',
		'creators',
		'founders',
		'editors',
		'scientists',
		'investors',
		'companies',
		'parties',
	],
	...[
		'opponents',
		'supporters',
		'suspects',
		'prisoners',
		'victims',
		'witnesses',
		'neighbors',
		'tourists',
	],
];

/** Bodies that act, in the singular. */
export const bodies = [
	...[
		'court',
		'government',
		'company',
		'agency',
		'ministry',
		'administration',
		'department',
		'regulator',
	],
	...[
		'parliament',
		'party',
		'bank',
		'police',
		'prosecutor',
		'president',
		'minister',
		'committee',
		'council',
	],
	...[
		'commission',
		'editorial office',
		'management',
		'city',
		'state',
		'organization',
		'union',
		'firm',
	],
];

/** Those who hold an office or stand for others: “the head of the agency” is plain English. */
export const offices = [
	...[
		'head',
		'director',
		'founder',
		'chief',
		'president',
		'chairman',
		'chairwoman',
		'minister',
		'member',
	],
	...[
		'owner',
		'leader',
		'deputy',
		'secretary',
		'spokesman',
		'spokeswoman',
		'spokesperson',
		'creator',
	],
	...[
		'representative',
		'lawyer',
		'editor',
		'ambassador',
		'commander',
		'governor',
		'mayor',
		'rector',
	],
	...[
		'author',
		'manager',
		'administrator',
		'representatives',
		'members',
		'heads',
		'press secretary',
	],
];

/** Nouns for one of several things or bodies, which English never leaves without an article. */
export const countNouns = [
	...[
		'company',
		'court',
		'founder',
		'regulator',
		'director',
		'government',
		'owner',
		'law',
		'order',
	],
	...[
		'appeal',
		'application',
		'service',
		'ministry',
		'agency',
		'department',
		'decision',
		'statement',
	],
	...[
		'register',
		'hearing',
		'app',
		'website',
		'newspaper',
		'president',
		'minister',
		'spokesman',
		'lawyer',
	],
	...[
		'document',
		'bill',
		'user',
		'channel',
		'server',
		'journalist',
		'author',
		'meeting',
		'agreement',
	],
	...[
		'messenger',
		'program',
		'phone',
		'message',
		'week',
		'month',
		'year',
		'region',
		'city',
		'country',
	],
	...[
		'house',
		'car',
		'letter',
		'request',
		'complaint',
		'article',
		'source',
		'factory',
		'school',
		'bank',
	],
];

/** Verbs that make no sense without an object. */
export const transitiveVerbs = [
	...[
		'block',
		'ban',
		'close',
		'arrest',
		'detain',
		'punish',
		'prohibit',
		'restrict',
		'provide',
		'remove',
	],
	...[
		'replace',
		'destroy',
		'cancel',
		'limit',
		'unblock',
		'lift',
		'adopt',
		'approve',
		'reject',
		'buy',
	],
	...[
		'introduce',
		'prevent',
		'stop',
		'accuse',
		'release',
		'publish',
		'find',
		'bring',
		'create',
		'build',
	],
];

/** Verbs of saying in the past. */
export const saidVerbs = [
	...[
		'said',
		'announced',
		'noted',
		'stated',
		'recalled',
		'explained',
		'reported',
		'declared',
		'added',
	],
	...[
		'stressed',
		'emphasized',
		'told',
		'claimed',
		'argued',
		'admitted',
		'wrote',
		'informed',
		'promised',
	],
	...['warned', 'assured', 'confirmed', 'denied', 'believed', 'thought', 'indicated', 'clarified'],
];

export const months = [
	...[
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
	],
	...['November', 'December'],
];

/** Things and acts, which neither ask nor try nor want. */
export const things = [
	...[
		'decision',
		'law',
		'bill',
		'document',
		'statement',
		'letter',
		'key',
		'keys',
		'encryption',
		'attack',
	],
	...[
		'phone',
		'book',
		'car',
		'house',
		'bridge',
		'road',
		'message',
		'messages',
		'money',
		'weapon',
		'report',
	],
	...[
		'application',
		'site',
		'website',
		'server',
		'servers',
		'data',
		'information',
		'service',
		'services',
	],
	...[
		'laws',
		'rules',
		'rule',
		'order',
		'orders',
		'program',
		'system',
		'network',
		'register',
		'list',
	],
];
