package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One composite's way through the process. In the books it is one frame until it is known how many participants it shows,
 * and from then on one frame for each of them, those who may not be measured too.
 */
public final class GalleryPassage {

    private final FrameDesk desk;
    private final Passage first;
    private final CompletableFuture<GalleryOutcome> outcome = new CompletableFuture<>();

    GalleryPassage(FrameDesk desk, Room... narrower) {
        this.desk = desk;
        this.first = desk.open(narrower);
    }

    /** Takes room for more of the picture's bytes, and for the composite itself the first time; false when there is none. */
    public boolean claim(long moreBytes) {
        return first.claim(moreBytes);
    }

    /** Ends the way of the whole composite as refused. */
    public void refuse(RefusalReason reason, String detail) {
        end(new Outcome.Rejected(reason, detail));
    }

    /** Completes when the way ends, never exceptionally. */
    public CompletionStage<GalleryOutcome> outcome() {
        return outcome;
    }

    void letGoOfPicture() {
        first.letGoOfPicture();
    }

    /** Ends the way of a composite that isn't split. */
    void end(Outcome result) {
        first.end(result);
        outcome.complete(new GalleryOutcome.Unrecorded(result));
    }

    /** Ends the way of a composite that shows nobody. */
    void endEmpty(Outcome.Skipped result) {
        first.end(result);
        outcome.complete(new GalleryOutcome.Recorded(List.of()));
    }

    /** A way for each participant; the composite's own ends when all of them have. */
    List<Passage> split(List<String> names) {
        List<Passage> passages = new ArrayList<>();
        passages.add(first);
        while (passages.size() < names.size()) {
            passages.add(desk.open());
        }
        List<CompletableFuture<Outcome>> outcomes = passages.stream()
                .map(passage -> passage.outcome().toCompletableFuture())
                .toList();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenRun(() -> outcome.complete(together(names, outcomes)));
        return passages;
    }

    /** Recorded when nothing failed, as long as anybody may be measured at all. */
    private static GalleryOutcome together(List<String> names, List<CompletableFuture<Outcome>> outcomes) {
        List<Outcome> all = outcomes.stream().map(CompletableFuture::join).toList();
        List<Outcome.Failed> failures = all.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .toList();
        if (!failures.isEmpty()) {
            return new GalleryOutcome.Unrecorded(new Outcome.Failed(
                    failures.get(0).reason(),
                    failures.size() + " of " + all.size() + " participants' records are not acknowledged. The composite"
                            + " is safe to send again unchanged. "
                            + failures.get(0).detail()));
        }
        if (all.stream().noneMatch(Outcome.Recorded.class::isInstance)) {
            return new GalleryOutcome.Unrecorded(all.get(0));
        }
        List<GalleryOutcome.Told> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            told.add(new GalleryOutcome.Told(names.get(i), all.get(i)));
        }
        return new GalleryOutcome.Recorded(told);
    }
}
