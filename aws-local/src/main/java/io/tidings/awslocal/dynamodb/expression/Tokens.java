package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** An expression's tokens, read one after another. */
final class Tokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(String text) {
        this.text = text;
        var from = 0;
        while (from < text.length()) {
            if (Character.isWhitespace(text.charAt(from))) {
                from++;
            } else {
                var token = read(from);
                tokens.add(token);
                from = token.end();
            }
        }
        tokens.add(new Token(Kind.END, "<EOF>", text.length(), text.length()));
    }

    Token peek() {
        return tokens.get(at);
    }

    int position() {
        return at;
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean skip(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean skipWord(String word) {
        if (peek().isWord(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!skip(symbol)) {
            throw syntaxError();
        }
    }

    void expectWord(String word) {
        if (!skipWord(word)) {
            throw syntaxError();
        }
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw syntaxError();
        }
    }

    /** At the current token; shown with its neighbours. */
    ExpressionProblem syntaxError() {
        var token = peek();
        var start = at == 0 ? token.start() : tokens.get(at - 1).start();
        var end = at + 1 < tokens.size() ? tokens.get(at + 1).end() : token.end();
        return new ExpressionProblem(
                "Syntax error; token: \"" + token.text() + "\", near: \"" + text.substring(start, end) + "\"");
    }

    private Token read(int start) {
        var c = text.charAt(start);
        if (c == '#' || c == ':') {
            var end = wordEnd(start + 1);
            var kind = c == '#' ? Kind.NAME_PLACEHOLDER : Kind.VALUE_PLACEHOLDER;
            return token(end == start + 1 ? Kind.SYMBOL : kind, start, end);
        }
        if (isDigit(c)) {
            return token(Kind.NUMBER, start, wordEnd(start));
        }
        if (isWord(c)) {
            return token(Kind.NAME, start, wordEnd(start));
        }
        var pair = text.startsWith("<>", start) || text.startsWith("<=", start) || text.startsWith(">=", start);
        return token(Kind.SYMBOL, start, start + (pair ? 2 : 1));
    }

    private Token token(Kind kind, int start, int end) {
        return new Token(kind, text.substring(start, end), start, end);
    }

    private int wordEnd(int start) {
        var end = start;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
