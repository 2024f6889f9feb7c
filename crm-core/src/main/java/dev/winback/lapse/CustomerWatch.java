package dev.winback.lapse;

import dev.winback.signal.DismissedSignal;
import dev.winback.signal.OwnLimit;
import dev.winback.signal.RiskyMoments;
import dev.winback.signal.Seasons;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about the signals of one customer, and the season that his purchases show,
 * null where there is none.
 */
public record CustomerWatch(
    List<OwnLimit> limits,
    Seasons.@Nullable Next season,
    List<DismissedSignal> dismissed,
    List<RiskyMoments.Row> moments) {}
