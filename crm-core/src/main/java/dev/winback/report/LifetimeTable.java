package dev.winback.report;

import dev.winback.shared.Money;
import dev.winback.value.Lifetime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer brings in his life by letter and, where the firm knows any, by kind of buyer.
 *
 * @param mean of the letters, weighted by their customers; null: nobody has paid anything yet
 * @param foreign customers who paid in other currencies and are in no figure
 */
public record LifetimeTable(
    String currency,
    List<LifetimePart> letters,
    List<LifetimePart> kinds,
    long foreign,
    @Nullable Money mean) {

  static LifetimeTable of(
      String currency, List<LifetimePart> letters, List<LifetimePart> kinds, long foreign) {
    var shares = letters.stream().map(part -> part.share(currency)).toList();
    var mean = shares.isEmpty() ? null : Lifetime.weighted(shares);
    return new LifetimeTable(currency, letters, kinds, foreign, mean);
  }

  public long customers() {
    return letters.stream().mapToLong(LifetimePart::customers).sum();
  }
}
