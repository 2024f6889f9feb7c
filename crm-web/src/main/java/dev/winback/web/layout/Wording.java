package dev.winback.web.layout;

import dev.winback.shared.Sentence;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the core's sentences into the reader's words; templates reach it as {@code @wording}. */
@Component("wording")
public class Wording {

  private final MessageSource messages;

  Wording(MessageSource messages) {
    this.messages = messages;
  }

  public String of(Sentence sentence) {
    return of(sentence.key(), sentence.figures().toArray());
  }

  /** The words for a code, or the code itself where it came from a file and has none. */
  public String orCode(String prefix, String code) {
    var words = messages.getMessage(prefix + code, null, code, LocaleContextHolder.getLocale());
    return words == null ? code : words;
  }

  public String of(String key, Object... figures) {
    Locale locale = LocaleContextHolder.getLocale();
    var words = Arrays.stream(figures).map(Shown::inWords).toArray();
    return messages.getMessage(key, words, locale);
  }
}
