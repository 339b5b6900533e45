import { findRights } from '../../src/model/rights.ts';
import { isDistributed } from '../evidence/captures-at-hand.ts';
import { writtenAt } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'capture-may-be-distributed',
	states:
		'A capture lies in the archive only where its record and its rights let it be distributed.',
	checkArticle: (article) => {
		const { record, capture, captureFault } = article;
		const isBeside = capture?.origin === 'beside' || captureFault !== undefined;
		const rights = writtenAt(record, ['capture', 'rights']);
		const statement = typeof rights === 'string' ? findRights(rights) : undefined;
		const at = (field: string) => ({
			rule: rule.id,
			file: record.path,
			...record.locate(['capture', field]),
		});
		if (isBeside && isDistributed(article) === false)
			return [
				{
					...at('distributed'),
					message: 'capture.txt lies beside a record that says it is not distributed.',
					evidence: [
						{ label: 'written', value: 'distributed: false' },
						...(statement ? [{ label: 'rights', value: statement.label }] : []),
					],
					hint: 'Move capture.txt to the folder of captures, which git ignores, under any name; it is attached by its hash.',
				},
			];
		if (isDistributed(article) !== true || !statement || statement.mayDistribute) return [];
		return [
			{
				...at('rights'),
				message: `The record distributes its capture, which “${statement.label}” does not allow.`,
				evidence: [
					{ label: 'written', value: 'distributed: true' },
					{ label: 'rights', value: statement.id },
				],
				hint: 'Write `distributed: false` and move capture.txt to the folder of captures, or state the licence that allows it.',
			},
		];
	},
};
