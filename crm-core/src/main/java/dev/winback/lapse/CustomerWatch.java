package dev.winback.lapse;

import dev.winback.signal.DismissedSignal;
import dev.winback.signal.OwnLimit;
import dev.winback.signal.RiskyMoments;
import java.util.List;

/** What people have said about the signals of one customer. */
public record CustomerWatch(
    List<OwnLimit> limits, List<DismissedSignal> dismissed, List<RiskyMoments.Row> moments) {}
