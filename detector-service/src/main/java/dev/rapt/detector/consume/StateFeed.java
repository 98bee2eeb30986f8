package dev.rapt.detector.consume;

import dev.rapt.contracts.v1.GalleryEpoch;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.detector.meeting.StateListener;
import dev.rapt.meeting.follow.StateSink;
import java.util.Optional;

/** Hands what is read of the meetings' states to the book of their rules, and what is the detector's own to its keeper. */
public final class StateFeed implements StateSink {

    private final StateSink book;
    private final StateListener own;

    public StateFeed(StateSink book, StateListener own) {
        this.book = book;
        this.own = own;
    }

    @Override
    public void begun() {
        book.begun();
    }

    @Override
    public void told(String key, Optional<MeetingState> state) {
        book.told(key, state);
        state.filter(MeetingState::hasGalleryEpoch).ifPresent(said -> {
            GalleryEpoch epoch = said.getGalleryEpoch();
            own.claimed(said.getMeetingId(), epoch.getEpoch(), epoch.getClaim());
        });
    }

    @Override
    public void caughtUp() {
        book.caughtUp();
    }

    @Override
    public void hindered(String why) {
        book.hindered(why);
    }
}
