package dev.winback.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody with whom we deal at a customer; the tag changes with every change of the record. */
public record Person(
    long id,
    String source,
    String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String called,
    @Nullable String role,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String phoneE164,
    boolean main,
    @Nullable LocalDate leftOn,
    @Nullable LocalDate birthday,
    @Nullable String children,
    @Nullable String hobbies,
    @Nullable String gifts,
    @Nullable String holidays,
    @Nullable String note,
    String tag) {

  public boolean gone() {
    return leftOn != null;
  }
}
