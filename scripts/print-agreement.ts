/**
 * Print how far the independent readings of each article agree, from the readings kept with it.
 *
 *   npm run agreement [-- --json]
 */
import { openArticles } from './open-articles.ts';
import { agreementOf, sumAgreements } from '../src/scoring/agreement.ts';

const articles = openArticles()
	.filter(({ readings }) => readings.length > 0)
	.map(agreementOf);
const all = sumAgreements(articles);
if (process.argv.includes('--json')) {
	console.log(JSON.stringify({ articles, all }));
} else {
	const rows = [
		...articles.map(({ number, agreement }) => [`No. ${number}`, agreement] as const),
		['All', all] as const,
	];
	console.table(
		Object.fromEntries(
			rows.map(([label, agreement]) => [
				label,
				{ ...agreement, kappa: Number(agreement.kappa.toFixed(2)) },
			]),
		),
	);
}
