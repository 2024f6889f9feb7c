package dev.winback.web.customer;

import dev.winback.customer.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the form of a person, named as the columns of files. */
final class PersonForm {

  /** One line each, in the order of the page. */
  static final List<String> WHO = List.of("first_name", "last_name", "called", "role");

  static final List<String> REACH = List.of("email", "phone");
  static final List<String> PERSONAL = List.of("children", "hobbies", "gifts", "holidays");
  private static final List<String> OTHERS = List.of("main", "left_on", "birthday", "note");

  private PersonForm() {}

  static Map<String, String> fields(Map<String, String> form) {
    var fields = new LinkedHashMap<String, String>();
    for (var names : List.of(WHO, REACH, PERSONAL, OTHERS)) {
      for (var name : names) {
        var value = form.get(name);
        if (value != null) {
          fields.put(name, value.replace("\r\n", "\n"));
        }
      }
    }
    fields.put("main", form.getOrDefault("main", "no"));
    return fields;
  }

  static Map<String, String> of(Person p) {
    var form = new HashMap<String, String>();
    form.put("first_name", text(p.firstName()));
    form.put("last_name", text(p.lastName()));
    form.put("called", text(p.called()));
    form.put("role", text(p.role()));
    form.put("email", text(p.email()));
    form.put("phone", text(p.phone()));
    form.put("main", p.main() ? "yes" : "no");
    form.put("left_on", text(p.leftOn()));
    form.put("birthday", text(p.birthday()));
    form.put("children", text(p.children()));
    form.put("hobbies", text(p.hobbies()));
    form.put("gifts", text(p.gifts()));
    form.put("holidays", text(p.holidays()));
    form.put("note", text(p.note()));
    form.put("tag", p.tag());
    return form;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
