import { holdArchive } from '../../src/edition/hold-archive.ts';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
import {
	changeRequestSchema,
	openRequestSchema,
	type ChangeAnswer,
	type ChangeRequest,
} from '../../src/editor/messages.ts';
import { findArticles } from '../evidence/written-data.ts';
import { openForEditing } from './open-for-editing.ts';
import { planChange } from './plan-change.ts';
import { findMoved, writeFiles } from './write-files.ts';

export type Answer = { status: number; body: unknown };

/** Answer what the editor asks: `open` an article, or `change` it. */
export function answerRequest(action: string, message: unknown): Answer {
	const isOpening = action === 'open';
	const request = (isOpening ? openRequestSchema : changeRequestSchema).safeParse(message);
	if (!request.success) return fail(400, 'The request is not in the form that the editor sends.');
	const archive = holdArchive();
	const [article, another] = findArticles(archive, request.data.article);
	if (!article || another) return fail(404, `There is no one article ${request.data.article}.`);
	if (!isOpening) return answerChange(archive, article, request.data as ChangeRequest);
	const opened = openForEditing(archive, article);
	return opened
		? { status: 200, body: opened }
		: fail(404, 'The captured text is not attached, or the commentary cannot be read.');
}

function fail(status: number, reason: string): Answer {
	return { status, body: { reason } };
}

function answerChange(
	archive: ArchiveSource,
	article: ArticleSource,
	{ article: number, change, sha256, isTrial, accepted }: ChangeRequest,
): Answer {
	const { commentary } = article;
	const answer = (status: number, body: ChangeAnswer) => ({ status, body });
	const refuseMoved = () => {
		const present = holdArchive();
		const [now] = findArticles(present, number);
		const plan = now && planChange(present, now, change);
		const file = now?.commentary.file;
		return answer(409, {
			kind: 'conflict',
			path: commentary.path,
			text: file?.text ?? '',
			sha256: file ? hashCapture(file.bytes) : '',
			note: plan?.kind === 'planned' ? plan.note : undefined,
		});
	};
	if (!commentary.file || hashCapture(commentary.file.bytes) !== sha256) return refuseMoved();
	const plan = planChange(archive, article, change);
	if (plan.kind === 'refused') return answer(422, plan);
	const { id, note, near, files } = plan;
	if (isTrial) return answer(200, { kind: 'planned', id, note, near });
	if (near.some((other) => !accepted.includes(other.id)))
		return answer(200, { kind: 'warned', id, note, near });
	// Judging takes a moment, and somebody may have saved the file in it.
	if (findMoved(archive.root, files)) return refuseMoved();
	writeFiles(archive.root, files);
	const [commented] = files;
	return answer(200, {
		kind: 'written',
		id,
		sha256: hashCapture(Buffer.from(commented?.after ?? '')),
	});
}
