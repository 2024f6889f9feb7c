package dev.winback.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a customer: only the fields that were said, null where he said "none";
 * whatever has no field of its own is an attribute. With the source's own time an older report
 * fills blanks only.
 */
public record CustomerEntry(
    long line,
    String ref,
    @Nullable Instant toldAt,
    Map<CustomerField, @Nullable Object> said,
    List<Alias> aliases,
    Map<String, String> attributes) {

  /** Another number of the customer; without a source it is his for every source. */
  public record Alias(String source, String number) {

    /** The numbers of shops are those that their orders come with: shopify-721. */
    public static Alias of(String source, String number) {
      return MadeNumber.ofAShop(source)
          ? new Alias("", MadeNumber.ofShop(source, number))
          : new Alias(source, number);
    }
  }

  public CustomerEntry(
      long line,
      String ref,
      Map<CustomerField, @Nullable Object> said,
      Map<String, String> attributes) {
    this(line, ref, null, said, List.of(), attributes);
  }
}
