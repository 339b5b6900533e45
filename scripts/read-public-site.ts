import { contentFolders } from '../src/edition/read-archive.ts';
import { readYaml } from '../src/edition/read-yaml.ts';
import { archiveSchema, type Archive } from '../src/model/authorities.ts';
import { overrideSite } from '../src/model/public-address.ts';

/** Read where the site will stand: the address that the environment names, else that of the archive, or `unset`. */
export function readPublicSite(): Archive['site'] {
	const archive = readYaml(contentFolders().content, 'archive.yaml', archiveSchema).value;
	return archive ? overrideSite(archive, process.env['SITE_URL']).site : 'unset';
}
