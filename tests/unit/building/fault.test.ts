import { expect, test } from 'vitest';
import { describeRefusal } from '../../../scripts/building/fault.ts';

test('what the system refused is said in words, with its code and the file', () => {
	const error = Object.assign(new Error('ENOSPC: no space left on device'), {
		code: 'ENOSPC',
		path: '/site/a',
	});
	expect(describeRefusal(error)).toBe('The disk is full (ENOSPC, /site/a)');
	const moved = Object.assign(new Error('EXDEV: …'), { code: 'EXDEV', path: '/from', dest: '/to' });
	expect(describeRefusal(moved)).toBe('A folder is a disk of its own (EXDEV, /to)');
});

test('it is found in what caused an error and in the words of other tools', () => {
	const cause = Object.assign(new Error('no'), { code: 'EROFS' });
	expect(describeRefusal(new Error('The page failed.', { cause }))).toBe(
		'The disk may only be read (EROFS)',
	);
	expect(describeRefusal(new AggregateError([new Error('a'), cause]))).toContain('EROFS');
	const words = 'Pagefind wrote no index: No space left on device (os error 28)';
	expect(describeRefusal(new Error(words))).toBe('The disk is full (ENOSPC)');
	expect(describeRefusal(new Error('EDQUOT: quota'))).toBe('The disk quota is used up (EDQUOT)');
});

test('a fault of the code is no refusal of the system', () => {
	const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
	for (const error of [new TypeError('x is no function'), missing, 'ENOSPC', undefined])
		expect(describeRefusal(error)).toBeUndefined();
});
