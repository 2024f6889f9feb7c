package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The pages behind the links of a letter speak its language, whatever the browser asks for. Their
 * texts are a variant of their own: a member whose browser asks for that language reads the
 * program's pages, which share some of them, in English as before.
 */
@Component("localeResolver")
public class ReaderLanguage extends AcceptHeaderLocaleResolver {

  /** Those that have a file of texts for readers. */
  private static final Set<String> WRITTEN = Set.of("en", "de");

  private static final String SPOKEN = ReaderLanguage.class.getName();
  private static final String VARIANT = "reader";

  /** From here on the answer to this request is in this language, or in English. */
  public static void speak(HttpServletRequest request, String language) {
    var spoken = WRITTEN.contains(language) ? language : Locale.ENGLISH.getLanguage();
    var locale = new Locale.Builder().setLanguage(spoken).setVariant(VARIANT).build();
    request.setAttribute(SPOKEN, locale);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return request.getAttribute(SPOKEN) instanceof Locale spoken
        ? spoken
        : super.resolveLocale(request);
  }
}
