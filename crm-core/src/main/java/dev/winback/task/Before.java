package dev.winback.task;

import dev.winback.lapse.LapseState;
import java.util.List;

/** What a call changed, as it was: an undo puts it back. */
record Before(LapseState lapse, String customerStatus, List<Long> cancelled) {}
