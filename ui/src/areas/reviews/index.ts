/** Management reviews: what top management looks at, says and decides (clause 9.3). */
import type ReviewsPage from "./ReviewsPage.svelte";

export { forgetReviews, reviews } from "./reviews.svelte";

/** Loads the room, when somebody goes there. */
export const loadReviewsPage = (): Promise<{ default: typeof ReviewsPage }> => import("./ReviewsPage.svelte");
