import email, email.Utils
x = email.MIMEText.MIMEText("a"), email.Utils.formatdate(), email.message_from_string(s)
y = email.Charset
