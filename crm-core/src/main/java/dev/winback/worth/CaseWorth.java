package dev.winback.worth;

import dev.winback.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one loss is worth: chances to buy within 13 weeks from 0 to 1, money in the firm's currency.
 *
 * @param unasked if nothing is done
 * @param chance if he is asked by this channel with this offer
 * @param low what the chance is above with 95 % certainty
 * @param high what it is below with 95 % certainty
 * @param percent of the offer's discount
 * @param offerKind null: nothing is offered
 * @param offerAsks it is more than a rep may grant
 * @param secondLife margin of two years from a return on; null: nothing is known of his money
 * @param offer what the offer costs if he takes it
 * @param contacts how many calls, or letters, are to be expected until he is back or none is
 *     planned
 * @param effort time of the calls, or the letters
 * @param gain (chance − unasked) × secondLife − chance × offer − effort (science.md)
 */
public record CaseWorth(
    long lapse,
    double unasked,
    double chance,
    double low,
    double high,
    Channel channel,
    int percent,
    @Nullable String offerKind,
    boolean offerAsks,
    @Nullable Money secondLife,
    @Nullable Money offer,
    double contacts,
    Money effort,
    @Nullable Money gain,
    Verdict verdict) {

  /** False: the figures do not show that asking helps, and it is taken to change nothing (926). */
  public boolean helps() {
    return chance > unasked;
  }
}
