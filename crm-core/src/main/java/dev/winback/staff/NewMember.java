package dev.winback.staff;

import dev.winback.shared.Refused;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator writes down of somebody who joins; only the e-mail may be left out. */
public record NewMember(
    @Nullable String login,
    @Nullable String name,
    @Nullable String email,
    @Nullable Role role,
    @Nullable String password) {

  public static final NewMember EMPTY = new NewMember(null, null, null, null, null);

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final int LONGEST_NAME = 200;

  Member toMember(Credentials credentials) {
    if (role == null) {
      throw Refused.field("role", "refused.member.role");
    }
    return new Member(
        validLogin(), validName(), validEmail(), role, credentials.encodeLong(text(password)));
  }

  String validLogin() {
    var key = text(login).strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(key).matches()) {
      throw Refused.field("login", "refused.member.login");
    }
    return key;
  }

  private String validName() {
    var stripped = text(name).strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw Refused.field("name", "refused.member.name", LONGEST_NAME);
    }
    return stripped;
  }

  private @Nullable String validEmail() {
    var stripped = text(email).strip();
    if (!stripped.isEmpty() && !EMAIL.matcher(stripped).matches()) {
      throw Refused.field("email", "refused.member.email", stripped);
    }
    return stripped.isEmpty() ? null : stripped;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
