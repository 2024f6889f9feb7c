package dev.winback.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything a letter is rendered from: the texts of one template version, the greeting that fits,
 * a value for every variable, the firm, the way out, the goods of a cart and the files that its
 * words name; templateId 0 marks a draft, which no cache may keep.
 */
public record LetterContent(
    long templateId,
    LetterTemplate template,
    String greeting,
    Map<String, String> variables,
    Firm firm,
    String unsubscribeUrl,
    Locale locale,
    List<CartGood> goods,
    Map<String, FileLink> files) {

  public LetterContent {
    goods = List.copyOf(goods);
    files = Map.copyOf(files);
  }

  /** Without pictures and downloads. */
  public LetterContent(
      long templateId,
      LetterTemplate template,
      String greeting,
      Map<String, String> variables,
      Firm firm,
      String unsubscribeUrl,
      Locale locale,
      List<CartGood> goods) {
    this(templateId, template, greeting, variables, firm, unsubscribeUrl, locale, goods, Map.of());
  }

  /** In English, and without goods. */
  public LetterContent(
      long templateId,
      LetterTemplate template,
      String greeting,
      Map<String, String> variables,
      Firm firm,
      String unsubscribeUrl) {
    this(
        templateId, template, greeting, variables, firm, unsubscribeUrl, Locale.ENGLISH, List.of());
  }

  /** The same with the goods of a cart below its words. */
  LetterContent showing(List<CartGood> shown) {
    return new LetterContent(
        templateId, template, greeting, variables, firm, unsubscribeUrl, locale, shown, files);
  }

  /** The same with these files, by their names. */
  public LetterContent with(Map<String, FileLink> named) {
    return new LetterContent(
        templateId, template, greeting, variables, firm, unsubscribeUrl, locale, goods, named);
  }

  /** The firm as it signs its letters. */
  public record Firm(
      String name,
      String postalAddress,
      String phone,
      String email,
      String website,
      String logoUrl,
      List<Letterhead.Link> social) {

    /** Without a picture and places to follow it. */
    public Firm(String name, String postalAddress, String phone, String email, String website) {
      this(name, postalAddress, phone, email, website, "", List.of());
    }

    static Firm of(Letterhead head) {
      return new Firm(
          head.name(),
          head.postalAddress(),
          head.phone(),
          head.email(),
          head.website(),
          head.logoUrl(),
          head.links());
    }
  }

  /** The same in the name of another member. */
  LetterContent signedBy(String member) {
    var signed = new HashMap<>(variables);
    signed.put(Variable.RESPONSIBLE.code(), PersonName.clean(member));
    return new LetterContent(
        templateId, template, greeting, signed, firm, unsubscribeUrl, locale, goods, files);
  }

  /** The same with a button that leads nowhere: who only reads it answers nothing. */
  LetterContent answeringNothing() {
    return new LetterContent(
        templateId,
        template.leadingTo("#"),
        greeting,
        variables,
        firm,
        unsubscribeUrl,
        locale,
        goods,
        files);
  }

  /** The same with another way out. */
  LetterContent leavingBy(String url) {
    return new LetterContent(
        templateId, template, greeting, variables, firm, url, locale, goods, files);
  }

  /** Chooses the greeting by the customer's name and fills gaps with the template's fallbacks. */
  public static LetterContent of(
      long templateId,
      LetterTemplate template,
      Addressee addressee,
      Firm firm,
      String unsubscribeUrl) {
    var known = addressee.values(firm);
    var named =
        Variable.namesIn(template.greeting()).stream()
            .noneMatch(name -> known.getOrDefault(name, "").isEmpty());
    return new LetterContent(
        templateId,
        template,
        named ? template.greeting() : template.greetingFallback(),
        Variable.filled(known, template.fallbacks()),
        firm,
        unsubscribeUrl,
        addressee.locale(),
        List.of());
  }
}
