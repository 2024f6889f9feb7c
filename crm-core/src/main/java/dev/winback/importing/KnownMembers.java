package dev.winback.importing;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who ever was a member, by login: old purchases name people who left. And those of them
 * who may have customers now: reps and managers who are here (decision 238), and for how many rows
 * of this file that is not so.
 */
record KnownMembers(Map<String, Long> all, Set<Long> takers, RefusedOwners refused) {

  @Nullable Long named(String login) {
    return all.get(login);
  }

  /** As a file or a program tells him: who cannot have customers any more gets none by it. */
  CustomerEntry owned(CustomerEntry told) {
    var owner = told.said().get(CustomerField.OWNER);
    if (owner == null || takers.contains((Long) owner)) {
      return told;
    }
    refused.add(told.line());
    var said = new EnumMap<>(told.said());
    said.remove(CustomerField.OWNER);
    return new CustomerEntry(
        told.line(), told.ref(), told.toldAt(), said, told.aliases(), told.attributes());
  }
}
