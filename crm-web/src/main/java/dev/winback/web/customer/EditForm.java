package dev.winback.web.customer;

import dev.winback.report.CustomerFacts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the customer form, named as the columns of files. */
final class EditForm {

  private static final List<String> FIELDS =
      List.of(
          "name",
          "first_name",
          "last_name",
          "company",
          "email",
          "phone",
          "city",
          "country",
          "language",
          "time_zone",
          "preferred_channel",
          "call_from",
          "call_until",
          "owner",
          "email_consent",
          "consent_source",
          "status",
          "kind",
          "note");

  private EditForm() {}

  /** What was sent; a source that was left empty leaves the stored one. */
  static Map<String, String> fields(Map<String, String> form) {
    var fields = new LinkedHashMap<String, String>();
    for (var name : FIELDS) {
      var value = form.get(name);
      if (value != null && !(name.equals("consent_source") && value.isBlank())) {
        fields.put(name, value.replace("\r\n", "\n"));
      }
    }
    return fields;
  }

  static Map<String, String> of(CustomerFacts c) {
    var form = new HashMap<String, String>();
    form.put("name", text(c.name()));
    form.put("first_name", text(c.firstName()));
    form.put("last_name", text(c.lastName()));
    form.put("company", text(c.company()));
    form.put("email", text(c.email()));
    form.put("phone", text(c.phone()));
    form.put("city", text(c.city()));
    form.put("country", text(c.country()));
    form.put("language", text(c.language()));
    form.put("time_zone", text(c.timeZone()));
    form.put("preferred_channel", text(c.preferredChannel()));
    form.put("call_from", text(c.callFrom()));
    form.put("call_until", text(c.callUntil()));
    form.put("owner", text(c.owner()));
    form.put("email_consent", text(c.emailConsent()));
    form.put("status", c.status());
    form.put("kind", text(c.kind()));
    form.put("note", text(c.note()));
    return form;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
