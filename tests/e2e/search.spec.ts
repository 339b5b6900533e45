import { expect, sites, test } from './site-test.ts';

test('a search filtered by severity lands on the paragraph', async ({ page }) => {
	await page.goto(`${sites.fixture()}/search/`);
	await page.getByLabel('Words to find').fill('forbidden');
	await expect(page.getByRole('status')).toContainText('found');
	await page.getByLabel('Severity').selectOption('critical');
	await page.getByLabel('Layer').selectOption('captured');
	const results = page.locator('.results li');
	await expect(results).toHaveCount(1);
	await results.first().getByRole('link').click();
	await expect(page).toHaveURL(/\/a\/1\/#p4$/);
	await expect(page.locator('#p4')).toBeInViewport();
	await page.goBack();
	await expect(page.getByLabel('Severity')).toHaveValue('critical');
	await expect(results).toHaveCount(1);
	await page.getByLabel('Severity').selectOption('minor');
	await expect(page.getByRole('status')).toContainText('Nothing found');
});

test('a flagged word is found through its correction and its source wording', async ({ page }) => {
	for (const words of ['is banning', 'осуществляет запрет', 'carries an']) {
		await page.goto(`${sites.fixture()}/search/?layer=notes&q=${encodeURIComponent(words)}`);
		const hrefs = page.locator('.results a');
		await expect(hrefs.first()).toBeVisible();
		const found = await hrefs.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
		expect(found).toContainEqual(expect.stringMatching(/a\/1\/#note-carries-ban$/));
	}
});

test('words that stand nowhere are named, not passed over in silence', async ({ page }) => {
	await page.goto(`${sites.fixture()}/search/?q=bridge+xylophone`);
	await expect(page.getByRole('status')).toContainText('Nowhere in the archive: xylophone');
});

test('an index that cannot be loaded is told, never shown as nothing found', async ({ page }) => {
	await page.route('**/pagefind/pagefind.js', (route) => route.fulfill({ status: 404, body: '' }));
	await page.goto(`${sites.fixture()}/search/?q=bridge`);
	await expect(page.getByRole('status')).toContainText('could not be loaded');
	await expect(page.getByRole('status')).not.toContainText('Nothing found');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the search page says that it needs JavaScript and offers the indexes', async ({ page }) => {
		await page.goto(`${sites.archive()}/search/`);
		await expect(page.getByText('Search needs JavaScript')).toBeVisible();
		await expect(page.getByLabel('Words to find')).toBeHidden();
		await page.getByRole('link', { name: 'the types of artifact' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Artifacts by type');
	});
});
