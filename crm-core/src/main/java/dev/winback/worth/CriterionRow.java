package dev.winback.worth;

import dev.winback.shared.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of one loss: what the figures say and why, and what a person says over them.
 *
 * @param figures null where the firm has no figures for it
 * @param marked null where nobody has said otherwise
 * @param by who has
 */
public record CriterionRow(
    Criterion criterion,
    @Nullable Boolean figures,
    Sentence why,
    @Nullable Boolean marked,
    @Nullable String by) {

  /** The person's word, else the figures'. */
  public boolean holds() {
    return marked != null ? marked : Boolean.TRUE.equals(figures);
  }
}
