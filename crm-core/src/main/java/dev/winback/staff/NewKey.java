package dev.winback.staff;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a member writes down of a key; without a last day it works until it is revoked. */
public record NewKey(
    @Nullable String name, @Nullable List<String> scopes, @Nullable LocalDate expiresOn) {

  public static final NewKey EMPTY = new NewKey(null, null, null);

  private static final int LONGEST_NAME = 100;

  public boolean has(String scope) {
    return scopes != null && scopes.contains(scope);
  }

  /** Refused when something is missing, over, or of no use to the role. */
  void check(Role role, LocalDate today) {
    validName();
    for (var scope : validScopes()) {
      if (!Scope.of(role).contains(scope)) {
        throw Refused.field("scopes", "refused.key.scope-role", scope.code());
      }
    }
    if (expiresOn != null && expiresOn.isBefore(today)) {
      throw Refused.field("expiresOn", "refused.key.expired", expiresOn.toString());
    }
  }

  String validName() {
    var stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw Refused.field("name", "refused.key.name", LONGEST_NAME);
    }
    return stripped;
  }

  Set<Scope> validScopes() {
    if (scopes == null || scopes.isEmpty()) {
      throw Refused.field("scopes", "refused.key.scopes");
    }
    var known = EnumSet.noneOf(Scope.class);
    for (var code : scopes) {
      known.add(
          Scope.ofCode(code).orElseThrow(() -> Refused.field("scopes", "refused.key.scope", code)));
    }
    return known;
  }

  String scopeCodes() {
    return validScopes().stream().map(Scope::code).collect(Collectors.joining(" "));
  }
}
