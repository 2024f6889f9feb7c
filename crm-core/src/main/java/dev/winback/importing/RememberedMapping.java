package dev.winback.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that the next file with the same header is read by. */
public record RememberedMapping(
    long id,
    String name,
    List<String> header,
    Mapping mapping,
    @Nullable String member,
    Instant changedAt) {}
