package dev.winback.web.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.customer.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person at a customer as the API tells it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonItem(
    String id,
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
    @Nullable String note) {

  static PersonItem of(Person p) {
    return new PersonItem(
        Long.toString(p.id()),
        p.firstName(),
        p.lastName(),
        p.called(),
        p.role(),
        p.email(),
        p.phone(),
        p.phoneE164(),
        p.main(),
        p.leftOn(),
        p.birthday(),
        p.children(),
        p.hobbies(),
        p.gifts(),
        p.holidays(),
        p.note());
  }
}
